import { workbookRoutes as ROUTES } from '@shixun/contract/workbook'
import { refuse } from '@shixun/domain/shared/result'
import { type Bound, bind } from '@shixun/http/bind'
import { FILE_LIMIT, readWorkbook } from './read-workbook.ts'

const FORM_BYTES = 4096

/** What people ask of this worker; its store is nothing. */
export const documentRoutes: readonly Bound<null>[] = [
  bind(ROUTES.readWorkbook, async (_, { raw }) => {
    if (Number(raw.headers.get('content-length') ?? 0) > FILE_LIMIT + FORM_BYTES)
      return refuse({ code: 'body-too-large', facts: { limit: '5 MB' } })
    const file = await raw
      .formData()
      .then((form) => form.get('file'))
      .catch(() => null)
    if (file === null || typeof file === 'string')
      return refuse({ code: 'invalid-input', fields: [{ pointer: '/file', problem: 'required' }] })
    const read = await readWorkbook(new Uint8Array(await file.arrayBuffer()))
    return read.ok ? { ok: true, value: { body: read.value } } : read
  }),
]
