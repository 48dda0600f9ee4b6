const screens: Readonly<Record<string, string>> = {
  cal: '/calls',
  app: '/applications',
  not: '/publicity',
  pro: '/projects',
  pan: '/panels',
  she: '/scoresheets',
  rub: '/rubrics',
  eva: '/evaluations',
  lst: '/library',
}

/** The screen of what an id names, by its prefix; null for what has none. */
export function entityHref(id: string): string | null {
  const screen = screens[id.slice(0, 3)]
  return screen === undefined ? null : `${screen}/${id}`
}
