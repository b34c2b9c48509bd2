"""What all pages share: who asks and for which locality, sign-in, headers, errors, forms."""
