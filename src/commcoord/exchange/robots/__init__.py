"""Robots of group chats, one a file: what a message to them looks like, how it is signed, what they answer."""
