/** Letters and digits alone, in lower case, so that "Foo-World" and "foo world" meet; "+" tells one name from another. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\\[a-z]+|[^\p{L}\p{N}+]/gu, '');
