// Case (r): loaded by next/dynamic, without a directive, and loading its action on demand.
export default function Zoom() {
  const report = async () => {
    const { reportPhoto } = await import('@/actions/gallery-report');
    await reportPhoto('p1');
  };
  return <button onClick={report}>Report</button>;
}
