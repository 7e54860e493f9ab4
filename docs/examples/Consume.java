// Prints every signed contract; stops after as many as the first argument says, never without one.
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.*;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

class Consume {
  public static void main(String[] args) throws Exception {
    var wanted = args.length > 0 ? Long.parseLong(args[0]) : Long.MAX_VALUE;
    var handled = new HashMap<String, Long>(); // ce_subject -> ce_sequence; a real consumer stores it beside its effect
    Map<String, Object> settings = Map.of(
        "bootstrap.servers", System.getenv().getOrDefault("KAFKA_BROKERS", "127.0.0.1:7092"),
        "group.id", "erp-java", "auto.offset.reset", "earliest", "allow.auto.create.topics", false,
        "enable.auto.commit", false, "max.poll.records", 1); // one by one: commitSync commits what has been handled
    try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of("engsales.contract.events"));
      for (; wanted > 0; consumer.commitSync()) {
        for (var message : consumer.poll(Duration.ofSeconds(1))) {
          var header = new HashMap<String, String>();
          message.headers().forEach(each -> header.put(each.key(), new String(each.value())));
          var sequence = Long.parseLong(header.get("ce_sequence"));
          if (sequence <= handled.getOrDefault(header.get("ce_subject"), -1L)) continue; // a duplicate
          if (header.get("ce_type").equals("engsales.contract.ContractSigned")) {
            var data = new ObjectMapper().readTree(message.value());
            System.out.println(data.get("contractNo").asText() + " " + data.get("customerName").asText() + " "
                + BigDecimal.valueOf(data.get("totalFen").asLong(), 2) + " " + header.get("ce_position"));
            wanted--;
          }
          handled.put(header.get("ce_subject"), sequence);
        }
      }
    }
  }
}
