/* What the attribute `space` puts in the place of blanks. */

export const SPACES = { nbsp: "\u00a0", ensp: "\u2002", emsp: "\u2003" };
