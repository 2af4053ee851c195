/** Lower-case ASCII words joined by hyphens: the name of a page in its address. Slugs never change. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
