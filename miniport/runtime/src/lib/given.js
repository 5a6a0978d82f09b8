/* What somebody gave, as what is wanted. */

export const textOf = (value) => (value === undefined || value === null ? "" : String(value));

/* A number, or `standard` where there is none. */
export const numberOf = (value, standard) =>
  value === undefined || value === null || value === "" || isNaN(value) ? standard : +value;
