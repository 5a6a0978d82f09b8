/* The global object of app code: what the app puts there, and what the language has (part/globals.js). */

export const globals = {};
