"""What front ends share: the tables of a module while they are being filled, and what is made of them."""
