import { PreviewButton } from '@/components/preview-button';

export default function PreviewPage() {
  return <PreviewButton />;
}
