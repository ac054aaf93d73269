// Case (z): a barrel with a directive of its own: the door is here, not at what it re-exports.
'use client';

export { Menu } from './menu';
export { Submenu } from './submenu';
