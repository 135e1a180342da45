/**
 * The one inline script of the site and the Content-Security-Policy that allows it and nothing else inline.
 * The same policy goes into a meta element of every page and into `dist/_headers`; not in `npm run dev`, where Vite puts styles in line.
 */
import { createHash } from 'node:crypto';

/** Sets the saved theme before the first paint; without it a dark page would flash light. */
export const THEME_SNIPPET =
  "try{var t=localStorage.getItem('theme');if(t=='light'||t=='dark')document.documentElement.dataset.theme=t}catch(e){}";

const hash = createHash('sha256').update(THEME_SNIPPET).digest('base64');

/** Everything from this site itself; the video player only after a click has put its frame into the page. */
export const contentSecurityPolicy = (): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    'frame-src https://www.youtube-nocookie.com',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
