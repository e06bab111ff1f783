// Notes what a page's Content Security Policy refuses, in the page itself: such a page runs no inline script.
/** @type {string[]} */
const violations = [];
Object.assign(window, {violations});
document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) =>
  violations.push(`${violatedDirective} ${blockedURI}`),
);
