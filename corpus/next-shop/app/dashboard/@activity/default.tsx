export default function ActivityDefault() {
  return null;
}
