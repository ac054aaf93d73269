import { AccountForm } from '@/components/account-form';

export default function AccountPage() {
  return <AccountForm />;
}
