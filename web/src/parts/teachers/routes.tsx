import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const words = wordFile('teachers', () => import('../../words/zh/teachers.ts'))

const roster = wordFile('roster', () => import('../../words/zh/roster.ts'))

const providers = wordFile('providers', () => import('../../words/zh/providers.ts'))
const ethics = wordFile('ethics', () => import('../../words/zh/ethics.ts'))
const importing = wordFile('import', () => import('../../words/zh/import.ts'))

/** The panels of an expert, and how they stand. */
const panelWords = wordFile('quality', () => import('../../words/zh/quality.ts'))
const expertWords = wordFile('experts', () => import('../../words/zh/experts.ts'))

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
    page: lazyPage(() => import('./providers-page.tsx').then((m) => m.ProvidersPage), words, providers),
  },
  {
    path: '/providers/import',
    menu: 'providers',
    page: lazyPage(() => import('./import-providers.tsx').then((m) => m.ImportProviders), words, providers, importing),
  },
  {
    path: '/providers/:id',
    menu: 'providers',
    page: lazyPage(() => import('./provider-page.tsx').then((m) => m.ProviderPage), words, providers),
  },
  {
    path: '/teachers',
    menu: 'teachers',
    page: lazyPage(() => import('./teachers-page.tsx').then((m) => m.TeachersPage), words, roster),
  },
  {
    path: '/teachers/import',
    menu: 'teachers',
    page: lazyPage(() => import('./import-teachers.tsx').then((m) => m.ImportTeachers), words, roster, importing),
  },
  {
    path: '/teachers/imports/:id',
    menu: 'teachers',
    page: lazyPage(() => import('./roster-import-page.tsx').then((m) => m.RosterImportPage), words, roster, importing),
  },
  {
    path: '/teachers/archives',
    menu: 'teachers',
    page: lazyPage(() => import('./archives-page.tsx').then((m) => m.ArchivesPage), words, roster),
  },
  {
    path: '/teachers/new',
    menu: 'teachers',
    page: lazyPage(() => import('./new-teacher.tsx').then((m) => m.NewTeacher), words, roster),
  },
  {
    path: '/teachers/:id',
    menu: 'teachers',
    page: lazyPage(() => import('./teacher-page.tsx').then((m) => m.TeacherPage), words, roster, importing),
  },
  {
    path: '/teachers/:id/edit',
    menu: 'teachers',
    page: lazyPage(() => import('./edit-teacher.tsx').then((m) => m.EditTeacher), words, roster),
  },
  {
    path: '/transfers',
    menu: 'transfers',
    page: lazyPage(() => import('./transfers-page.tsx').then((m) => m.TransfersPage), words, roster),
  },
  {
    path: '/experts',
    menu: 'experts',
    page: lazyPage(() => import('./experts-page.tsx').then((m) => m.ExpertsPage), words, expertWords),
  },
  {
    path: '/experts/import',
    menu: 'experts',
    page: lazyPage(() => import('./import-experts.tsx').then((m) => m.ImportExperts), words, importing, expertWords),
  },
  {
    path: '/experts/new',
    menu: 'experts',
    page: lazyPage(() => import('./new-expert.tsx').then((m) => m.NewExpert), words, expertWords),
  },
  {
    path: '/experts/own',
    menu: 'myExpert',
    page: lazyPage(() => import('./expert-page.tsx').then((m) => m.OwnExpertPage), words, expertWords, panelWords),
  },
  {
    path: '/experts/:id',
    menu: 'experts',
    page: lazyPage(() => import('./expert-page.tsx').then((m) => m.ExpertPage), words, expertWords, panelWords),
  },
  {
    path: '/experts/:id/edit',
    menu: 'experts',
    page: lazyPage(() => import('./edit-expert.tsx').then((m) => m.EditExpert), words, expertWords),
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
