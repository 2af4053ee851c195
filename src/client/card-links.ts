/** Links that have a card. */
export const hasCard = 'a.term, a.cite, .relations a.paper-title, .neighbours a';
