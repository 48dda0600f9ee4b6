import { openPersonal, sealPersonal } from '@shixun/http/personal-data'
import type { Store } from '../store.ts'
import type { Mouth } from './post-message.ts'

type Sealed = { id: string; kind: Mouth['kind']; addressCipher: string; secretCipher: string | null }

const placeOf = ({ tenant }: Store, id: string, part: 'address' | 'secret') => ({
  tenant: tenant.district.id,
  row: `${id}/${part}`,
})

/** Encrypts a part of a robot for its row: carried to another row, part or tenant it does not open. */
export function sealPart(store: Store, id: string, part: 'address' | 'secret', text: string): Promise<string> {
  return sealPersonal(store.secrets.PERSONAL_KEYS, placeOf(store, id, part), text)
}

/** What a robot speaks with, for as long as one message takes; null when its row does not open. */
export async function mouthOf(store: Store, robot: Sealed): Promise<Mouth | null> {
  const { id, kind, addressCipher, secretCipher } = robot
  const address = await openPersonal(store.secrets.PERSONAL_KEYS, placeOf(store, id, 'address'), addressCipher)
  if (address === null) return null
  if (secretCipher === null) return { kind, address, secret: null }
  const secret = await openPersonal(store.secrets.PERSONAL_KEYS, placeOf(store, id, 'secret'), secretCipher)
  return secret === null ? null : { kind, address, secret }
}
