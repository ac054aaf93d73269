import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** @type {import('next').NextConfig} */
const config = {
  cacheComponents: true,
  // This folder is the whole program, wherever it lies.
  outputFileTracingRoot: here,
  turbopack: { root: here },
  transpilePackages: ['@shop/safe-action'],
};

export default config;
