/** Who acted, as the journal writes it: `acc_…/office/name`, `job/housekeeper`, `province/client`, or an account alone. */
export interface JournalActor {
  /** Name of the person, or of the job or client. */
  name: string
  /** Role the person acted under; `job` and `province` for what is no person. */
  role: string | null
  account: string | null
}

export function journalActor(text: string): JournalActor {
  const [first = '', role, ...rest] = text.split('/')
  if (first.startsWith('acc_')) {
    const name = rest.join('/')
    return { name: name === '' ? first : name, role: role ?? null, account: first }
  }
  return { name: [role, ...rest].filter((part) => part !== undefined).join('/') || first, role: first, account: null }
}
