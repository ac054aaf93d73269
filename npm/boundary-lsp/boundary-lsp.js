#!/usr/bin/env node
'use strict';

require('boundary-check/bin/boundary-lsp.js');
