package dev.gatehouse.devservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RedisClusterIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    @Test
    void hasEverySlotOnAMasterAndAReplicaOfEach() {
        try (var cluster = RedisCluster.start(Workplace.at("cluster"), 3, 1, TIMEOUT)) {
            assertThat(cluster.masters()).hasSize(3).allSatisfy(master -> assertThat(master.ask("CLUSTER INFO"))
                    .contains("cluster_state:ok", "cluster_slots_assigned:16384", "cluster_size:3"));
            assertThat(cluster.replicas()).hasSize(3).allSatisfy(replica -> assertThat(replica.ask("INFO replication"))
                    .contains("role:slave"));
            assertThat(cluster.masters().getFirst().ask("SET {any} value")).startsWith("MOVED ");
        }
    }

    @Test
    void putsAReplicaInThePlaceOfAMasterThatDies() {
        try (var cluster = RedisCluster.start(Workplace.at("cluster-failover"), 3, 1, TIMEOUT)) {
            cluster.masters().getFirst().kill();
            assertThat(Deadline.in(Duration.ofSeconds(20)).await(() -> cluster.replicas()
                            .getFirst()
                            .ask("INFO replication")
                            .contains("role:master")))
                    .isTrue();
        }
    }

    @Test
    void putsTheReplicaInThePlaceOfTheMasterByItsSentinels() {
        try (var redis = RedisSentinels.start(Workplace.at("sentinels"), TIMEOUT)) {
            redis.master().kill();
            assertThat(Deadline.in(Duration.ofSeconds(20))
                            .await(() -> redis.replica().ask("INFO replication").contains("role:master")))
                    .isTrue();
        }
    }
}
