// Case (o): the page component lives in a 'use server' file.
export { default } from '@/actions/quick-page';
