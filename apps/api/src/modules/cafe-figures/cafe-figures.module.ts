import { Module } from '@nestjs/common';
import { CafeFiguresController } from './cafe-figures.controller.js';
import { CafeFiguresRepository } from './cafe-figures.repository.js';
import { CafeFiguresService } from './cafe-figures.service.js';
import { VisitsService } from './visits.service.js';

@Module({
  controllers: [CafeFiguresController],
  providers: [CafeFiguresService, VisitsService, CafeFiguresRepository],
  exports: [VisitsService],
})
export class CafeFiguresModule {}
