const screens: Readonly<Record<string, string>> = {
  cal: '/calls/',
  app: '/applications/',
  not: '/publicity/',
  obj: '/objections/',
  pro: '/projects/',
  amd: '/amendments/',
  pan: '/panels/',
  she: '/scoresheets/',
  rub: '/rubrics/',
  eva: '/evaluations/',
  lst: '/library/',
  rob: '/settings/robots/',
}

/** Kinds of things that are shown in their list alone. */
const lists: Readonly<Record<string, string>> = { nom: '/nominations', set: '/settings' }

/** The screen of what an id names, by its prefix; null for what has none. */
export function entityHref(id: string): string | null {
  const prefix = id.slice(0, 3)
  const screen = screens[prefix]
  return screen === undefined ? (lists[prefix] ?? null) : `${screen}${id}`
}
