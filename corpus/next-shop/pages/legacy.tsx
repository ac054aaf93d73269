// Case (k): the pages router. No directive is a door here, and getServerSideProps is not in the browser's bundle.
import type { GetServerSideProps } from 'next';
import { legacyReport } from '@/actions/legacy';
import { LegacyBanner } from '@/components/legacy-banner';

type Props = { lines: string[] };

export const getServerSideProps: GetServerSideProps<Props> = async () => ({
  props: { lines: await legacyReport() },
});

export default function LegacyPage({ lines }: Props) {
  return <LegacyBanner text={lines.join(', ')} />;
}
