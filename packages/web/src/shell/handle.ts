/** A page with `export const handle: Handle = { hydrate: true }` ships JavaScript; all others ship none. */
export type Handle = { readonly hydrate?: boolean };
