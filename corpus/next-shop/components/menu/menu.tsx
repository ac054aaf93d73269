import { MenuItem } from './menu-item';

export function Menu() {
  return <MenuItem label="Home" />;
}
