// Case (f): no directive: in the client bundle because of its importer.
export function TermsNote() {
  return <small>You agree to everything.</small>;
}
