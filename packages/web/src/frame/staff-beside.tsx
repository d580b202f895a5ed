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
  const here = useHere(items);
  const [first, rest] = items.length > inBar + 1 ? [items.slice(0, inBar), items.slice(inBar)] : [items, []];
  return (
    <>
      <nav className="rail" aria-label={t.workNav}>
        <ul className="rail-items">
          {items.map((item) => (
            <li key={item.path}>
              <MenuLink item={item} isHere={item === here} />
            </li>
          ))}
        </ul>
      </nav>
      <nav className="bar" aria-label={t.workNav}>
        {first.map((item) => (
          <MenuLink key={item.path} item={item} isHere={item === here} isShort />
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
                  <MenuLink item={item} isHere={item === here} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </nav>
    </>
  );
}

/** The row that leads nearest to the page; of "/dasbor" and "/dasbor/perkiraan" the longer one. */
function useHere(items: readonly MenuItem[]): MenuItem | undefined {
  const to = useLocalPath();
  const { pathname } = useLocation();
  return items
    .filter(({ path }) => pathname === to(path) || pathname.startsWith(`${to(path)}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
}

function MenuLink({
  item,
  isHere,
  isShort = false,
}: {
  readonly item: MenuItem;
  readonly isHere: boolean;
  readonly isShort?: boolean;
}): ReactElement {
  const t = useTexts(shellTexts);
  const to = useLocalPath();
  const short: Readonly<Partial<Record<MenuItem["text"], string>>> = t.short;
  return (
    <a href={to(item.path)} aria-current={isHere ? "page" : undefined}>
      <Icon name={item.icon} />
      {(isShort && short[item.text]) || t.nav[item.text]}
    </a>
  );
}
