import type { ReactElement } from "react";
import { Form } from "react-router";
import { shellTexts } from "#language/shell.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import type { Site } from "#shell";

type Who = NonNullable<Site["who"]>;

/** Who is signed in, on every page: initials that open, without a script, to work, profile and the one way out. */
export function AccountMenu({ who }: { readonly who: Who }): ReactElement {
  const t = useTexts(shellTexts);
  const to = useLocalPath();
  return (
    <details className="who">
      <summary>
        <span className="hidden-visually">{t.account}: </span>
        <span className="initials" aria-hidden="true">
          {initialsOf(who.name)}
        </span>
        <span className="who-text">
          <b>{who.name}</b>
          {who.role !== who.name && <small>{who.role}</small>}
        </span>
      </summary>
      <div className="who-menu">
        <p>
          <b>{who.name}</b>
          <br />
          <span className="quiet small">{who.role}</span>
        </p>
        <a href={to("/kerja")}>{t.nav.tasks}</a>
        <a href={to("/profil")}>{t.nav.profile}</a>
        <Form method="post" action={to("/keluar")} reloadDocument>
          <button>{t.signOut}</button>
        </Form>
      </div>
    </details>
  );
}

const titles = /^(bu|pak|ibu|bapak|hj?|dr|drs|dra|ir)$/i;

function initialsOf(name: string): string {
  const words = name.split(/[\s.,]+/).filter((word) => /^\p{L}/u.test(word) && !titles.test(word));
  const [first = "", last = ""] = [words[0], words.length > 1 ? words.at(-1) : ""];
  return (first.charAt(0) + last.charAt(0)).toUpperCase();
}
