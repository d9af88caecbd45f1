import { Module } from '@nestjs/common';
import { CafesModule } from '../cafes/cafes.module.js';
import { TransactionLogModule } from '../transaction-log/transaction-log.module.js';
import { ProductCategoriesController } from './product-categories.controller.js';
import { ProductCategoriesRepository } from './product-categories.repository.js';
import { ProductCategoriesService } from './product-categories.service.js';

@Module({
  imports: [CafesModule, TransactionLogModule],
  controllers: [ProductCategoriesController],
  providers: [ProductCategoriesService, ProductCategoriesRepository],
})
export class ProductCategoriesModule {}
