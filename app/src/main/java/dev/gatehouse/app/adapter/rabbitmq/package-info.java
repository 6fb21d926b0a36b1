/** Events to a RabbitMQ. */
@NullMarked
package dev.gatehouse.app.adapter.rabbitmq;

import org.jspecify.annotations.NullMarked;
