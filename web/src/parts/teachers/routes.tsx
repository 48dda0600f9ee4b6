import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const words = wordFile('teachers', () => import('../../words/zh/teachers.ts'))

const ethics = wordFile('ethics', () => import('../../words/zh/ethics.ts'))
const importing = wordFile('import', () => import('../../words/zh/import.ts'))

export const teachersRoutes: readonly PartRoute[] = [
  {
    path: '/schools',
    menu: 'schools',
    page: lazyPage(() => import('./schools-page.tsx').then((m) => m.SchoolsPage), words),
  },
  {
    path: '/schools/import',
    menu: 'schools',
    page: lazyPage(() => import('./import-schools.tsx').then((m) => m.ImportSchools), words, importing),
  },
  {
    path: '/providers',
    menu: 'providers',
    page: lazyPage(() => import('./providers-page.tsx').then((m) => m.ProvidersPage), words),
  },
  {
    path: '/providers/import',
    menu: 'providers',
    page: lazyPage(() => import('./import-providers.tsx').then((m) => m.ImportProviders), words, importing),
  },
  {
    path: '/teachers',
    menu: 'teachers',
    page: lazyPage(() => import('./teachers-page.tsx').then((m) => m.TeachersPage), words),
  },
  {
    path: '/teachers/import',
    menu: 'teachers',
    page: lazyPage(() => import('./import-teachers.tsx').then((m) => m.ImportTeachers), words, importing),
  },
  {
    path: '/experts',
    menu: 'experts',
    page: lazyPage(() => import('./experts-page.tsx').then((m) => m.ExpertsPage), words),
  },
  {
    path: '/experts/import',
    menu: 'experts',
    page: lazyPage(() => import('./import-experts.tsx').then((m) => m.ImportExperts), words, importing),
  },
  {
    path: '/experts/new',
    menu: 'experts',
    page: lazyPage(() => import('./new-expert.tsx').then((m) => m.NewExpert), words),
  },
  {
    path: '/ethics',
    menu: 'ethics',
    page: lazyPage(() => import('./ethics-page.tsx').then((m) => m.EthicsPage), ethics),
  },
  {
    path: '/ethics/import',
    menu: 'ethics',
    page: lazyPage(() => import('./import-ethics.tsx').then((m) => m.ImportEthics), ethics, importing),
  },
]
