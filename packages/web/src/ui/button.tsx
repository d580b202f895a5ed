import type { ComponentProps, ReactElement, ReactNode } from "react";

type Look = { readonly look?: "main" | "plain" | "danger"; readonly small?: boolean };

function classOf({ look = "main", small = false }: Look): string {
  return `button${look === "main" ? "" : ` button-${look}`}${small ? " button-small" : ""}`;
}

/** Says what it does to what: "Simpan 141 baris". One `main` per view. */
export function Button({ look, small, ...rest }: Look & ComponentProps<"button">): ReactElement {
  return (
    <button type="submit" {...rest} className={classOf({ ...pick(look), ...(small ? { small } : {}) })} />
  );
}

/** A link that looks like a button, for going somewhere; `Button` is for doing something. */
export function ButtonLink({
  look,
  small,
  ...rest
}: Look & ComponentProps<"a"> & { href: string }): ReactElement {
  return <a {...rest} className={classOf({ ...pick(look), ...(small ? { small } : {}) })} />;
}

export function Actions({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="actions">{children}</div>;
}

function pick(look: Look["look"]): Look {
  return look === undefined ? {} : { look };
}
