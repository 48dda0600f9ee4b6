import { lazyPage, type PartRoute } from '../../../lazy-page.tsx'
import { wordFile } from '../../../words/words.ts'

const words = wordFile('documents', () => import('../../../words/zh/documents.ts'))

/** Documents before the eyes of experts, as the office checks them. */
export const documentRoutes: readonly PartRoute[] = [
  {
    path: '/panels/documents/:callId',
    menu: 'panels',
    page: lazyPage(() => import('./expert-documents-page.tsx').then((m) => m.ExpertDocumentsPage), words),
  },
]
