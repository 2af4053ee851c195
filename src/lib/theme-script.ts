/**
 * The one script that stands in the page itself: it sets the colour scheme before anything is drawn. The policy names
 * it by its digest.
 */
export const themeScript =
  "try{const t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}";
