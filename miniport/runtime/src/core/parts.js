/* What only some apps need. A leaf piece of src/part puts its functions here when it is read; where the core would call one
 * that is not there, nothing in the app can ask for it (miniport/web/pieces.py).
 */

export const parts = {};
