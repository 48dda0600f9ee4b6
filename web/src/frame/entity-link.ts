const screens: Readonly<Record<string, string>> = {
  cal: '/calls/',
  app: '/applications/',
  not: '/publicity/',
  obj: '/objections/',
  pro: '/projects/',
  coh: '/cohorts/',
  enr: '/enrolments/',
  prv: '/providers/',
  tea: '/teachers/',
  imp: '/teachers/imports/',
  amd: '/amendments/',
  pan: '/panels/',
  she: '/scoresheets/',
  rub: '/rubrics/',
  eva: '/evaluations/',
  apl: '/appeals/',
  isp: '/inspections/',
  rvc: '/review-comments/',
  lst: '/library/',
  rob: '/settings/robots/',
  crt: '/certificates/',
  sur: '/surveys/',
  off: '/offers/',
  gst: '/guests/',
  fol: '/follow-ups/',
}

/** Kinds of things that are shown in their list alone. */
const lists: Readonly<Record<string, string>> = {
  nom: '/nominations',
  tra: '/transfers?state=proposed',
  pst: '/my-training',
  led: '/ledger?state=pending',
  hcl: '/hours-claims',
  set: '/settings',
  fur: '/follow-ups?state=waiting',
  alm: '/assessments/alarms',
  acc: '/my-interests',
  rcu: '/recusals',
  ins: '/inspections?state=planned',
}

/** The screen of what an id names, by its prefix; null for what has none. */
export function entityHref(id: string): string | null {
  const prefix = id.slice(0, 3)
  const screen = screens[prefix]
  return screen === undefined ? (lists[prefix] ?? null) : `${screen}${id}`
}
