// Case (t): a client module that nothing imports.
'use client';

import { submitSurvey } from '@/actions/survey';

export function Survey() {
  return <button onClick={() => submitSurvey(5)}>Five stars</button>;
}
