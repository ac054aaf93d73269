// Case (r): next/dynamic on the server.
import dynamic from 'next/dynamic';

const Gallery = dynamic(() => import('@/components/gallery/gallery').then((module) => module.Gallery));

export default function GalleryPage() {
  return <Gallery />;
}
