import { sheetDocumentRoutes as ROUTES } from '@shixun/contract/sheet-documents'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../../store.ts'
import { checkExpertDocuments } from './check-expert-documents.ts'
import { listExpertDocuments } from './list-expert-documents.ts'
import { readExpertDocument } from './read-expert-document.ts'
import { readSheetDocument } from './read-sheet-document.ts'
import { replaceExpertDocument } from './replace-expert-document.ts'
import { ruleExpertDocument } from './rule-expert-document.ts'

export const documentRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.readSheetDocument, readSheetDocument),
  bind(ROUTES.listExpertDocuments, listExpertDocuments),
  bind(ROUTES.checkExpertDocuments, checkExpertDocuments),
  bind(ROUTES.readExpertDocument, readExpertDocument),
  bind(ROUTES.ruleExpertDocument, ruleExpertDocument),
  bind(ROUTES.replaceExpertDocument, replaceExpertDocument),
]
