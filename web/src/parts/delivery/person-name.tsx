import { t } from '../../words/words.ts'

/** A teacher among others of the same name: the name with the end of the document. */
export function PersonName({ name, tail }: { name: string; tail: string }) {
  return (
    <>
      {name}
      {tail !== '' && <span class="person-tail">　{t('enrol.tail', { tail })}</span>}
    </>
  )
}
