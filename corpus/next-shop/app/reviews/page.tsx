import { ReviewList } from '@/components/review-list';

export default function ReviewsPage() {
  return <ReviewList ids={['r1', 'r2']} />;
}
