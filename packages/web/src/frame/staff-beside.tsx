import type { ReactElement } from "react";
import { useLocation } from "react-router";
import { shellTexts } from "#language/shell.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { Icon } from "#ui";
import type { MenuItem } from "./menu.ts";

const inBar = 4;

/** The same menu twice: a rail on laptops, a bar under the thumb on phones; CSS shows one. */
export function StaffBeside({ items }: { readonly items: readonly MenuItem[] }): ReactElement {
  const t = useTexts(shellTexts);
  const [first, rest] = items.length > inBar + 1 ? [items.slice(0, inBar), items.slice(inBar)] : [items, []];
  return (
    <>
      <nav className="rail" aria-label={t.workNav}>
        <ul className="rail-items">
          {items.map((item) => (
            <li key={item.path}>
              <MenuLink item={item} />
            </li>
          ))}
        </ul>
      </nav>
      <nav className="bar" aria-label={t.workNav}>
        {first.map((item) => (
          <MenuLink key={item.path} item={item} isShort />
        ))}
        {rest.length > 0 && (
          <details>
            <summary>
              <Icon name="more" />
              {t.more}
            </summary>
            <ul className="bar-more">
              {rest.map((item) => (
                <li key={item.path}>
                  <MenuLink item={item} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </nav>
    </>
  );
}

function MenuLink({
  item,
  isShort = false,
}: {
  readonly item: MenuItem;
  readonly isShort?: boolean;
}): ReactElement {
  const t = useTexts(shellTexts);
  const to = useLocalPath();
  const { pathname } = useLocation();
  const short: Readonly<Partial<Record<MenuItem["text"], string>>> = t.short;
  const target = to(item.path);
  const isHere = pathname === target || pathname.startsWith(`${target}/`);
  return (
    <a href={target} aria-current={isHere ? "page" : undefined}>
      <Icon name={item.icon} />
      {(isShort && short[item.text]) || t.nav[item.text]}
    </a>
  );
}
