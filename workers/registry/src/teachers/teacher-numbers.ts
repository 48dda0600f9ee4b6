import type { teachers } from '@shixun/db/tenant/schema/roster'
import { openPersonal, personalMac, sealPersonal } from '@shixun/http/personal-data'
import type { RegistryScene } from '../store.ts'
import { documentTail } from './document-tail.ts'
import { documentKey } from './teacher-rows.ts'

export type TeacherRecord = typeof teachers.$inferSelect
export type NumberField = 'document' | 'certificate' | 'phone'

/** A row without them. */
export const NO_NUMBERS = { certificateCipher: null, certificateTail: null, phoneCipher: null, phoneTail: null }

/** Where the number of a field is sealed: opened for another field, row or tenant it gives nothing. */
function placeOf({ store }: Pick<RegistryScene, 'store'>, id: string, field: NumberField) {
  return { tenant: store.tenant.district.id, row: field === 'document' ? id : `${id}/${field}` }
}

/** The keyed hash by which a document is found. */
export function documentMac(
  { store }: Pick<RegistryScene, 'store'>,
  document: { documentType: string; number: string },
): Promise<string> {
  return personalMac(store.secrets.PERSONAL_MAC_KEY, store.tenant.district.id, documentKey(document))
}

/** The columns of a document, sealed for its row. */
export async function sealedDocument(
  scene: Pick<RegistryScene, 'store'>,
  id: string,
  document: { documentType: string; number: string },
) {
  const { PERSONAL_KEYS } = scene.store.secrets
  return {
    documentType: document.documentType,
    documentCipher: await sealPersonal(PERSONAL_KEYS, placeOf(scene, id, 'document'), document.number),
    documentMac: await documentMac(scene, document),
    documentTail: documentTail(document.number),
  }
}

/** The columns of the other numbers that are given; null clears one, an absent one stays. */
export async function sealedNumbers(
  scene: Pick<RegistryScene, 'store'>,
  id: string,
  given: { certificate?: string | null; phone?: string | null },
) {
  const seal = (field: NumberField, text: string) =>
    sealPersonal(scene.store.secrets.PERSONAL_KEYS, placeOf(scene, id, field), text)
  const { certificate, phone } = given
  return {
    ...(certificate === undefined
      ? {}
      : certificate === null
        ? { certificateCipher: null, certificateTail: null }
        : { certificateCipher: await seal('certificate', certificate), certificateTail: certificate.slice(-4) }),
    ...(phone === undefined
      ? {}
      : phone === null
        ? { phoneCipher: null, phoneTail: null }
        : { phoneCipher: await seal('phone', phone), phoneTail: phone.slice(-4) }),
  }
}

/** A number in the clear, or null when there is none or its key is gone. */
export async function openNumber(
  scene: Pick<RegistryScene, 'store'>,
  record: TeacherRecord,
  field: NumberField,
): Promise<string | null> {
  const sealed = { document: record.documentCipher, certificate: record.certificateCipher, phone: record.phoneCipher }
  const cipher = sealed[field]
  if (cipher === null || cipher === '') return null
  return openPersonal(scene.store.secrets.PERSONAL_KEYS, placeOf(scene, record.id, field), cipher)
}
